/** A part of the app that is fetched when it is needed, or null where there is no network to fetch it from. */
export async function fetched<Part>(part: Promise<Part>): Promise<Part | null> {
  try {
    return await part;
  } catch {
    // A browser rejects this for no other reason: what a part does when it begins was tested with it.
    return null;
  }
}
