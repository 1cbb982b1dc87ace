/** A text whose secrets are marks: shown for half a minute to whoever asks, and never kept. */
import Button from '@cloudscape-design/components/button'
import { useEffect, useState } from 'react'
import { type Kept, unmaskText, valuesOf } from '../../../core/task-definition/mask.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { breakable } from './breakable.tsx'

/** ms. */
const revealedFor = 30_000

const words = {
  show: { en: 'Show', ko: '보기' },
  showName: { en: 'Show the value: {name}', ko: '{name} 값 보기' },
  hide: { en: 'Hide', ko: '숨기기' },
} satisfies Record<string, Text>

/** True for half a minute after `reveal`. */
export function useReveal(): { isRevealed: boolean; reveal: () => void; hide: () => void } {
  const [isRevealed, setRevealed] = useState(false)
  useEffect(() => {
    if (!isRevealed) return undefined
    const timer = setTimeout(() => setRevealed(false), revealedFor)
    return () => clearTimeout(timer)
  }, [isRevealed])
  return { isRevealed, reveal: () => setRevealed(true), hide: () => setRevealed(false) }
}

interface RevealButtonProps extends ReturnType<typeof useReveal> {
  /** What of, for screen readers. */
  name: string
}

export function RevealButton({ isRevealed, reveal, hide, name }: RevealButtonProps) {
  const say = useText()
  return (
    <Button
      variant="inline-link"
      ariaLabel={isRevealed ? undefined : say(words.showName, { name })}
      onClick={isRevealed ? hide : reveal}
    >
      {say(isRevealed ? words.hide : words.show)}
    </Button>
  )
}

interface MaskedTextProps {
  text: string
  kept: Kept
  /** What it is the value of. */
  name: string
}

export function MaskedText({ text, kept, name }: MaskedTextProps) {
  const shown = useReveal()
  if (valuesOf(text, kept).length === 0) return <>{breakable(text)}</>
  return (
    <>
      {shown.isRevealed ? unmaskText(text, kept) : text} <RevealButton {...shown} name={name} />
    </>
  )
}
