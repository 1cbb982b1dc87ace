/** The wizard's own choices, rehearsed: the new tab begins where the preflight begins. */
import { useLocation } from '@tanstack/react-router'
import { RehearseBlock } from '../parts/RehearseBlock.tsx'
import { useWizard } from './wizard-context.ts'

export function RehearseThis() {
  const { subject } = useWizard()
  const { href } = useLocation()
  if (!subject) return null
  return <RehearseBlock subject={subject} href={withStep(href)} />
}

function withStep(href: string): string {
  const [path = '', query = ''] = href.split('?')
  const search = new URLSearchParams(query.split('#')[0])
  search.set('step', 'preflight')
  return `${path}?${search.toString()}`
}
