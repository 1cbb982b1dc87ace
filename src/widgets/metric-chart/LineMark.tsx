/** A short piece of a chart's line, for legend and tooltip. */
export function LineMark({ stroke, dash }: { stroke?: string | undefined; dash?: string | undefined }) {
  return (
    <svg width="18" height="8" aria-hidden="true" focusable="false" style={{ verticalAlign: 'middle' }}>
      <line x1="0" x2="18" y1="4" y2="4" stroke={stroke} strokeWidth="2" strokeDasharray={dash} />
    </svg>
  )
}
