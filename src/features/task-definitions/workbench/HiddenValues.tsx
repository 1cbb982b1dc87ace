/** The values behind the marks, by name; each is shown for half a minute when asked for. */
import Box from '@cloudscape-design/components/box'
import { markedIn, type MarkedString, marksOutside, valuesOf } from '../../../core/task-definition/mask.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import { RevealButton, useReveal } from '../parts/MaskedText.tsx'
import type { DocumentView } from './use-document.ts'

const words = {
  about: {
    en: 'Values that may be secret are shown as numbered marks, also in comparisons, copies and exports. They are put back when the definition is registered. To change one, write over its mark.',
    ko: '비밀일 수 있는 값은 비교, 복사, 내보내기에서도 번호가 붙은 표시로 보입니다. 등록할 때 원래 값으로 되돌립니다. 바꾸려면 표시 위에 새 값을 쓰세요.',
  },
  line: { en: 'Line {line}', ko: '{line}행' },
  none: { en: 'This definition has no such values.', ko: '이 정의에는 그런 값이 없습니다.' },
} satisfies Record<string, Text>

export function HiddenValues({ view }: { view: DocumentView }) {
  const say = useText()
  const inStrings = view.value === undefined ? [] : markedIn(view.value)
  const elsewhere = marksOutside(view.text, inStrings).map(({ text, line }): MarkedString => ({
    path: [text],
    text,
    name: say(words.line, { line }),
    owner: '',
  }))
  const marked = [...inStrings, ...elsewhere]
  return (
    <div>
      <Box color="text-body-secondary" padding={{ bottom: 's' }}>
        {say(marked.length === 0 ? words.none : words.about)}
      </Box>
      <ul className="workbench-list">
        {marked.map((each) => (
          <HiddenValue key={each.path.join('/')} marked={each} values={valuesOf(each.text, view.kept)} />
        ))}
      </ul>
    </div>
  )
}

function HiddenValue({ marked, values }: { marked: MarkedString; values: string[] }) {
  const shown = useReveal()
  return (
    <li className="workbench-hidden">
      <div>
        <b>{marked.name}</b>
        <Box color="text-body-secondary" fontSize="body-s">
          {marked.owner}
        </Box>
      </div>
      <code>{shown.isRevealed ? values.join('\n') : marked.text}</code>
      <RevealButton {...shown} name={marked.name} />
    </li>
  )
}
