/** Page size, wrapping, and which columns a table shows in which order. */
import CollectionPreferences from '@cloudscape-design/components/collection-preferences'
import { useText } from '../i18n/use-text.ts'
import { useTableLive } from './table-context.ts'
import { pageSizes } from './table-preferences.ts'
import { tableWords as words } from './table-words.ts'

export function TablePreferencesDialog() {
  const { columns, preferences, onPreferences } = useTableLive()
  const say = useText()
  return (
    <CollectionPreferences
      title={say(words.preferences)}
      preferences={{
        pageSize: preferences.pageSize,
        wrapLines: preferences.wrapLines,
        contentDisplay: preferences.columns,
      }}
      pageSizePreference={{
        title: say(words.pageSize),
        options: pageSizes.map((value) => ({ value, label: say(words.rows, { n: value }) })),
      }}
      wrapLinesPreference={{ label: say(words.wrapLines), description: say(words.wrapLinesWhy) }}
      contentDisplayPreference={{
        title: say(words.columns),
        description: say(words.columnsWhy),
        options: columns.map(({ id, header, required }) => ({
          id,
          label: say(header),
          alwaysVisible: required === true,
        })),
      }}
      onConfirm={({ detail }) =>
        onPreferences({
          pageSize: detail.pageSize ?? preferences.pageSize,
          wrapLines: detail.wrapLines ?? false,
          columns: (detail.contentDisplay ?? []).map(({ id, visible }) => ({ id, visible })),
        })
      }
    />
  )
}
