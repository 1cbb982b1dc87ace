/** Numbers of a table, or the header over them: at the end of the cell, digit under digit. */
import type { ReactNode } from 'react'

/** `nowrap` for a number with its unit. */
export function NumberCell({ nowrap = false, children }: { nowrap?: boolean; children: ReactNode }) {
  const whiteSpace = nowrap ? 'nowrap' : 'inherit'
  return <div style={{ textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace }}>{children}</div>
}
