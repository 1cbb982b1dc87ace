/** Names of alarms as the address carries them: between commas. Names may hold spaces and commas of their own. */

export function writeAlarmNames(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : names.map(escaped).join()
}

export function readAlarmNames(text = ''): string[] {
  const names = text.split(',').map((name) => unescaped(name.trim()))
  return [...new Set(names)].filter((name) => name !== '')
}

function escaped(name: string): string {
  return name.replaceAll('%', '%25').replaceAll(',', '%2C')
}

function unescaped(name: string): string {
  return name.replaceAll('%2C', ',').replaceAll('%25', '%')
}
