/**
 * Says what is wrong with the path of a source file, or null. The server has the last word.
 *
 * @param others paths of the other files
 */
export function pathFault(path: string, others: readonly string[]): string | null {
  if (path === "") return "Give the file a name, such as Till.java.";
  if (!path.endsWith(".java")) return "The name must end in .java.";
  if (path.length > 200) return "The name is too long: 200 characters at most.";
  if (!/^([A-Za-z_$][\w$]*\/)*[A-Za-z_$][\w$]*(-info)?\.java$/.test(path)) {
    return "Use letters, digits and _, with / between folders, such as shop/Till.java.";
  }
  if (others.some((other) => other.toLowerCase() === path.toLowerCase())) {
    return `There is already a file ${path}.`;
  }
  return null;
}

/** A name for a new file that is not taken yet. */
export function freePath(taken: readonly string[]): string {
  for (let i = 1; ; i++) {
    const path = i === 1 ? "Task.java" : `Task${i}.java`;
    if (!taken.includes(path)) return path;
  }
}
