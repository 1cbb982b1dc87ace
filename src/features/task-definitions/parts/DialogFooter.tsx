/** A dialog's buttons, and above them what became of the last click: in sight wherever the dialog is scrolled to. */
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'
import './dialog-footer.css'

interface DialogFooterProps {
  /** Nothing while all is well. */
  outcome?: ReactNode
  children: ReactNode
}

export function DialogFooter({ outcome, children }: DialogFooterProps) {
  return (
    <>
      <div aria-live="polite" className="dialog-outcome">
        {outcome}
      </div>
      <div className="dialog-buttons">
        <SpaceBetween direction="horizontal" size="xs">
          {children}
        </SpaceBetween>
      </div>
    </>
  )
}
