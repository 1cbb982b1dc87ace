/** A manual edit, record set by record set: at first, as the cutover left it, and now. */
import RadioGroup from '@cloudscape-design/components/radio-group'
import { recordKey } from '../../../core/cutover/canon.ts'
import type { EditChoice, EditChoices } from '../../../core/cutover/mixed-records.ts'
import type { RecordEdit } from '../../../core/cutover/three-way.ts'
import { shownName } from '../../../core/dns/name.ts'
import type { Text } from '../../../i18n/text.ts'
import { useText } from '../../../i18n/use-text.ts'
import '../../../widgets/metric-chart/palette.css'
import '../parts/parts.css'
import { RecordCell } from '../parts/RecordCell.tsx'
import './back.css'

const words = {
  title: { en: 'The edit, three ways', ko: '변경 내용(3방향 비교)' },
  record: { en: 'Record', ko: '레코드' },
  original: { en: 'Original', ko: '원본' },
  expected: { en: 'As the cutover left it', ko: '전환이 남긴 상태' },
  live: { en: 'Now', ko: '현재' },
  what: { en: 'What happened', ko: '변경' },
  choice: { en: 'What stays', ko: '남길 것' },
  choiceOf: { en: 'What stays of {record}', ko: '{record}에서 남길 것' },
  theirs: { en: 'The edit', ko: '변경된 값' },
  ours: { en: 'As the cutover left it', ko: '전환이 남긴 값' },
} satisfies Record<string, Text>

const kinds: Record<RecordEdit['kind'], Text> = {
  edited: { en: 'Edited', ko: '변경됨' },
  original: { en: 'Put back to the original', ko: '원본으로 되돌려짐' },
  removed: { en: 'Removed', ko: '삭제됨' },
  added: { en: 'Added', ko: '추가됨' },
}

interface ThreeWayTableProps {
  edits: readonly RecordEdit[]
  /** A choice for each record set is asked for. */
  choices?: EditChoices | undefined
  onChoice: (key: string, choice: EditChoice) => void
}

export function ThreeWayTable({ edits, choices, onChoice }: ThreeWayTableProps) {
  const say = useText()
  const columns = [words.record, words.what, words.original, words.expected, words.live]
  return (
    <div className="tg-records-box">
      <table className="tg-records tg-three-way" aria-label={say(words.title)}>
        <thead>
          <tr>
            {columns.map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {edits.map(({ kind, subject, original, expected, live }) => (
            <tr key={recordKey(subject)}>
              <th scope="row">
                <code>{shownName(subject.Name)}</code> {subject.Type} {subject.SetIdentifier}
                {choices && <WhatStays subject={subject} choices={choices} onChoice={onChoice} />}
              </th>
              <td>{say(kinds[kind])}</td>
              <td data-way={say(words.original)}>
                <RecordCell record={original} />
              </td>
              <td data-way={say(words.expected)}>
                <RecordCell record={expected} />
              </td>
              <td data-way={say(words.live)}>
                <strong>
                  <RecordCell record={live} />
                </strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface WhatStaysProps {
  subject: RecordEdit['subject']
  choices: EditChoices
  onChoice: (key: string, choice: EditChoice) => void
}

/** Beside the name of the record whose edit it decides on. */
function WhatStays({ subject, choices, onChoice }: WhatStaysProps) {
  const say = useText()
  const key = recordKey(subject)
  const record = [shownName(subject.Name), subject.Type, subject.SetIdentifier ?? ''].join(' ').trim()
  return (
    <div className="tg-what-stays">
      {say(words.choice)}
      <RadioGroup
        ariaLabel={say(words.choiceOf, { record })}
        value={choices[key] ?? null}
        items={(['theirs', 'ours'] as const).map((value) => ({ value, label: say(words[value]) }))}
        onChange={({ detail }) => onChoice(key, detail.value as EditChoice)}
      />
    </div>
  )
}
