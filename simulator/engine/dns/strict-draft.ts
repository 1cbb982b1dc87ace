/** A copy of a zone's record sets that only keeps what a batch touched. */
import type { ResourceRecordSet } from '@aws-sdk/client-route-53'
import { recordsNamed } from './zone-index.ts'
import { type RecordKey, keyOf } from './zone-order.ts'

export class Draft {
  readonly #records: readonly ResourceRecordSet[]
  readonly #touched = new Map<string, readonly ResourceRecordSet[]>()

  constructor(records: readonly ResourceRecordSet[]) {
    this.#records = records
  }

  /** The record sets of a name as the batch found them. */
  before(name: string): readonly ResourceRecordSet[] {
    return recordsNamed(this.#records, name)
  }

  /** The record sets of a name now. */
  named(name: string | undefined): readonly ResourceRecordSet[] {
    return this.#touched.get(name ?? '') ?? this.before(name ?? '')
  }

  find(key: RecordKey): ResourceRecordSet | undefined {
    return this.named(key.Name).find((set) => keyOf(set) === keyOf(key))
  }

  add(set: ResourceRecordSet): void {
    this.#touched.set(set.Name ?? '', [...this.named(set.Name), set])
  }

  remove(key: RecordKey): void {
    this.#touched.set(
      key.Name ?? '',
      this.named(key.Name).filter((set) => keyOf(set) !== keyOf(key)),
    )
  }

  /** Gives the other weighted record sets with values the TTL of this one. */
  setWeightedTtl({ Name, Type, TTL }: ResourceRecordSet): void {
    const changed = this.named(Name).map((set) =>
      set.Type === Type && set.Weight !== undefined && !set.AliasTarget ? { ...set, TTL } : set,
    )
    this.#touched.set(Name ?? '', changed)
  }

  /** Everything, those that were not touched as the same objects. */
  finish(): ResourceRecordSet[] {
    const untouched = this.#records.filter(({ Name }) => !this.#touched.has(Name ?? ''))
    return [...untouched, ...[...this.#touched.values()].flat()]
  }
}
