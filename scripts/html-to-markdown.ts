/** Turns the HTML in which AWS documents its API into Markdown, which is what the editor can show. */

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** Knows the tags that the SDK's comments have: p, code, i, b, a, ul, ol, li, dl, dt, dd, note, important. */
export function htmlToMarkdown(html: string): string {
  return (
    html
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/<code>(.*?)<\/code>/g, (_, code: string) => `\`${plain(code).trim()}\``)
      .replaceAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g, '[$2]($1)')
      .replaceAll(/<i>\s*(.*?)\s*<\/i>/g, '*$1*')
      .replaceAll(/<b>\s*(.*?)\s*<\/b>/g, '**$1**')
      .replaceAll(/\s*<(note|important)>\s*/g, (_, kind: string) =>
        kind === 'note' ? '\n\n**Note:** ' : '\n\n**Important:** ',
      )
      .replaceAll(/\s*<li>\s*(?:<p>\s*)?/g, '\n- ')
      .replaceAll(/\s*<dt>\s*(.*?)\s*<\/dt>\s*/g, '\n- **$1**: ')
      .replaceAll(/(?<=:\s*)<dd>\s*<p>/g, '')
      .replaceAll(/\s*<\/?(?:p|ul|ol|dl|dd)>\s*/g, '\n\n')
      // The first paragraph of a note goes on behind its heading.
      .replaceAll(/(\*\*(?:Note|Important):\*\*)\s+/g, '$1 ')
      .replaceAll(/\s*<\/(?:li|note|important|dd)>\s*/g, '\n\n')
      .replaceAll(/<\/?[a-z][^>]*>/g, '')
      .replaceAll(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
      // Points of a list stay together; paragraphs have one empty line between them.
      .replaceAll(/\n{2,}(?=- )/g, '\n')
      .replaceAll(/(^|\n)(?!- )([^\n]+)\n(?=- )/g, '$1$2\n\n')
      .replaceAll(/\n{3,}/g, '\n\n')
      .trim()
  )
}

/** Code is shown as it is: a tag in it would be shown too. */
function plain(code: string): string {
  return code.replaceAll(/<\/?[a-z][^>]*>/g, '')
}
