/** A setting or a surrounding that a person can put right. Its message is one sentence to show. */
export class ConfigurationProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConfigurationProblem';
  }
}
