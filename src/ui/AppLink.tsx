/** A link inside the console. The shell turns clicks on same-origin anchors into route changes; it stays a real anchor. */
import Link from '@cloudscape-design/components/link'
import type { ReactNode } from 'react'

interface AppLinkProps {
  href: string
  children: ReactNode
  /** `secondary` is underlined only on hover: for tables full of links. Default `primary`. */
  variant?: 'primary' | 'secondary'
  ariaLabel?: string
}

export function AppLink({ href, children, variant = 'primary', ariaLabel }: AppLinkProps) {
  return (
    <Link href={href} variant={variant} fontSize="inherit" {...(ariaLabel !== undefined && { ariaLabel })}>
      {children}
    </Link>
  )
}
