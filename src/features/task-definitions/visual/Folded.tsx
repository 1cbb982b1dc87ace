/** A part that is made when it is opened: a card has hundreds of fields that few people look at. */
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import { type ReactNode, useState } from 'react'

interface Props {
  header: string
  children: ReactNode
}

export function Folded({ header, children }: Props) {
  const [isOpen, setOpen] = useState(false)
  return (
    <ExpandableSection
      headerText={header}
      expanded={isOpen}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {isOpen && children}
    </ExpandableSection>
  )
}
