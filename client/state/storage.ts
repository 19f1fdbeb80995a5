/** The browser's local storage, where it lets us. Private windows and blocked storage fall back to memory. */
const memory = new Map<string, string>();
const PREFIX = 'podville.';

export const storage = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(PREFIX + key) ?? memory.get(key) ?? null;
    } catch {
      return memory.get(key) ?? null;
    }
  },
  set(key: string, value: string): void {
    memory.set(key, value);
    try {
      localStorage.setItem(PREFIX + key, value);
    } catch {
      // Kept in memory.
    }
  },
  remove(key: string): void {
    memory.delete(key);
    try {
      localStorage.removeItem(PREFIX + key);
    } catch {
      // Was in memory only.
    }
  },
};
