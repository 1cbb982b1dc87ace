/** The order in which Route 53 lists record sets. https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListResourceRecordSets.html */
import { compareNames, compareTexts } from './names.ts'

/** What a record set is known by. */
export interface RecordKey {
  Name?: string | undefined
  Type?: string | undefined
  SetIdentifier?: string | undefined
}

/** By reversed labels including the dot at the end, then by type, then by set identifier. Names are canonical. */
export function compareRecordSets(a: RecordKey, b: RecordKey): number {
  return (
    compareNames(a.Name ?? '', b.Name ?? '') ||
    compareTexts(a.Type ?? '', b.Type ?? '') ||
    compareTexts(a.SetIdentifier ?? '', b.SetIdentifier ?? '')
  )
}

/** One text for what a record set is known by. */
export function keyOf({ Name = '', Type = '', SetIdentifier }: RecordKey): string {
  return `${Name}\n${Type}\n${SetIdentifier ?? ''}`
}
