/** How deep a text is nested: parsers go down by calling themselves, and a text made for it would fill the stack. */

/** More than any definition has, and less than what fills the stack. */
const deepest = 200

/** The offset of the first bracket that is too deep, if there is one; strings and comments are passed over. */
export function tooDeepAt(text: string): number | undefined {
  let depth = 0
  // What is not closed goes on to the end of its line or of the text: looking for it again from each next quote takes minutes.
  for (const { 0: found, index } of text.matchAll(
    /"(?:[^"\\\n\r]|\\[\s\S])*"?|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)|[[\]{}]/g,
  )) {
    if (found === '{' || found === '[') depth += 1
    else if (found === '}' || found === ']') depth -= 1
    if (depth > deepest) return index
  }
  return undefined
}
