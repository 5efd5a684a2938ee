/** Whether this is a machine of Apple's, where the key for commands is ⌘. */
export const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** What the key is called that the editor's shortcuts begin with. */
export const modKey = isApple ? '⌘' : 'Ctrl';
