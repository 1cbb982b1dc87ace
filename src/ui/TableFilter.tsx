/** The property filter over a table. Mounted after the rows are painted; suggests values of enumerable properties only. */
import PropertyFilter, { type PropertyFilterProps } from '@cloudscape-design/components/property-filter'
import { memo, useMemo } from 'react'
import type { Text } from '../i18n/text.ts'
import { useText } from '../i18n/use-text.ts'
import type { Filter, FilterOperator, FilterToken } from './filter.ts'
import { useTableLive, type TableLive } from './table-context.ts'
import { tableWords as words } from './table-words.ts'

const operatorsOf: Record<'text' | 'number' | 'enum', readonly FilterOperator[]> = {
  text: [':', '!:', '=', '!=', '^', '!^'],
  enum: ['=', '!=', ':', '!:'],
  number: ['=', '!=', '>', '>=', '<', '<='],
}

export function TableFilter() {
  const { title, filter, properties, options, onFilter, matches } = useTableLive()
  const say = useText()
  const text = typeof title === 'string' ? title : say(title)
  return (
    <PlainFilter
      title={text}
      filter={filter}
      properties={properties}
      options={options}
      onFilter={onFilter}
      countText={say(words.matches, { n: matches })}
    />
  )
}

interface PlainFilterProps extends Pick<TableLive, 'filter' | 'properties' | 'options' | 'onFilter'> {
  title: string
  countText: string
}

/** Drawn again only when the filter or its suggestions change, not at each step of a background sweep. */
const PlainFilter = memo(function PlainFilter(props: PlainFilterProps) {
  const { title, filter, properties, options, onFilter, countText } = props
  const say = useText()
  const filteringProperties = useMemo(
    () =>
      properties.map(({ id, label, kind, labels }) => ({
        key: id,
        propertyLabel: say(label),
        groupValuesLabel: say(label),
        operators: labels ? labelled(labels, say) : operatorsOf[kind],
        defaultOperator: kind === 'text' ? (':' as const) : ('=' as const),
      })),
    [properties, say],
  )
  const filteringOptions = useMemo(
    () =>
      options.map(({ propertyKey, value }) => {
        const label = properties.find(({ id }) => id === propertyKey)?.labels?.[value]
        return { propertyKey, value, ...(label && { label: say(label) }) }
      }),
    [options, properties, say],
  )
  return (
    <PropertyFilter
      query={toQuery(filter, properties)}
      onChange={({ detail }) => onFilter(fromQuery(detail))}
      filteringProperties={filteringProperties}
      filteringOptions={filteringOptions}
      filteringAriaLabel={say(words.filter, { title })}
      filteringPlaceholder={say(words.placeholder)}
      countText={countText}
      virtualScroll
      expandToViewport
      disabled={false}
    />
  )
}, sameFilter)

/** Values that are said in other words can only be equal or not: nobody types the words that stand in the data. */
function labelled(labels: Readonly<Record<string, Text>>, say: (text: Text) => string) {
  const format = (value: unknown): string => {
    const label = labels[String(value)]
    return label ? say(label) : String(value)
  }
  return (['=', '!='] as const).map((operator) => ({ operator, format }))
}

function sameFilter(a: PlainFilterProps, b: PlainFilterProps): boolean {
  return (
    a.title === b.title &&
    a.filter === b.filter &&
    a.properties === b.properties &&
    a.onFilter === b.onFilter &&
    (a.countText === b.countText || b.filter.tokens.length === 0) &&
    a.options.length === b.options.length &&
    a.options.every(
      (option, at) =>
        option.value === b.options[at]?.value && option.propertyKey === b.options[at].propertyKey,
    )
  )
}

/** Cloudscape knows only its own properties: a token about another one is shown as the words it is taken for. */
function toQuery(filter: Filter, properties: TableLive['properties']): PropertyFilterProps.Query {
  return {
    operation: filter.join,
    tokens: filter.tokens.map(({ property, operator, value }) => {
      if (property === undefined) return { operator, value }
      const known = properties.find(({ id }) => id.toLowerCase() === property.toLowerCase())
      return known
        ? { propertyKey: known.id, operator, value }
        : { operator: ':', value: `${property}${operator}${value}` }
    }),
  }
}

function fromQuery(query: PropertyFilterProps.Query): Filter {
  return {
    join: query.tokens.length > 1 ? query.operation : 'and',
    tokens: query.tokens.map(({ propertyKey, operator, value }): FilterToken => ({
      ...(propertyKey !== undefined && { property: propertyKey }),
      operator: operator as FilterOperator,
      value: String(value ?? ''),
    })),
  }
}
