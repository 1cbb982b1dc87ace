/** Looks up what a caller named, without finding what every object inherits (`constructor`, `__proto__`). */
export function own<T>(table: Record<string, T>, key: string | null | undefined): T | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined
}
