import { expect, it } from 'vitest'
import { htmlToMarkdown } from './html-to-markdown.ts'

it('turns paragraphs, code, emphasis and links into Markdown', () => {
  const html =
    '<p>Use <code>awsvpc</code> or <code>&lt;default&gt;</code>.</p> <p>See <a href="https://docs.aws.amazon.com/x">IAM <i>roles</i></a> in the <i>Guide</i>.</p>'
  expect(htmlToMarkdown(html)).toBe(
    'Use `awsvpc` or `<default>`.\n\nSee [IAM *roles*](https://docs.aws.amazon.com/x) in the *Guide*.',
  )
})

it('turns lists and notes into Markdown', () => {
  const html =
    '<p>Restrictions:</p> <ul> <li> <p>At most 50</p> </li> <li> <p>Unique</p> </li> </ul> <note> <p>Ignored on Windows.</p> </note> <p>End.</p>'
  expect(htmlToMarkdown(html)).toBe(
    'Restrictions:\n\n- At most 50\n- Unique\n\n**Note:** Ignored on Windows.\n\nEnd.',
  )
})

it('turns definition lists into points', () => {
  const html =
    '<dl> <dt>bridge</dt> <dd> <p>The default.</p> </dd> <dt>host</dt> <dd> <p>No NAT.</p> </dd> </dl>'
  expect(htmlToMarkdown(html)).toBe('- **bridge**: The default.\n- **host**: No NAT.')
})

it('leaves an ampersand that was escaped once as it was', () => {
  expect(htmlToMarkdown('<p>a &amp;lt; b</p>')).toBe('a &lt; b')
})
