/** Long names of images, ARNs and paths: broken at their marks rather than within a word. */
import { Fragment, type ReactNode } from 'react'

/** Texts longer than this break anywhere: nobody reads their words. */
const most = 500

/** Breaks may come behind `/`, `:`, `,` and `.`; nothing is added to what is copied. */
export function breakable(text: string): ReactNode {
  if (text.length > most) return text
  return text.split(/(?<=[/:,.])/).map((piece, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
}
