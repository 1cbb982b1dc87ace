/** Lists the project's own source files and what each imports, for the tests that hold the structure. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'

export const root = resolve(import.meta.dirname, '..')

export interface ImportLine {
  /** As written. */
  source: string
  /** Path from the project's root for our own files, else undefined. */
  file?: string
  dynamic: boolean
  typeOnly: boolean
}

/** Paths from the root of all .ts and .tsx files under `folders`. */
export function sourceFiles(folders: string[]): string[] {
  return folders.flatMap((folder) => walk(join(root, folder))).map((path) => relative(root, path))
}

export function readSource(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** Every import of a file: static, re-exported and dynamic. */
export function importsOf(file: string): ImportLine[] {
  const text = readSource(file)
  const { module } = parseSync(file, text)
  const lines: ImportLine[] = []
  for (const one of module.staticImports) {
    const typeOnly = one.entries.length > 0 ? one.entries.every((entry) => entry.isType) : false
    lines.push(line(file, one.moduleRequest.value, false, typeOnly))
  }
  for (const one of module.staticExports) {
    const entry = one.entries.find((candidate) => candidate.moduleRequest)
    if (entry?.moduleRequest) lines.push(line(file, entry.moduleRequest.value, false, entry.isType))
  }
  for (const one of module.dynamicImports) {
    const written = text.slice(one.moduleRequest.start, one.moduleRequest.end)
    const literal = /^(['"`])([^'"`$]+)\1$/.exec(written)
    if (literal?.[2]) lines.push(line(file, literal[2], true, false))
  }
  return lines
}

function line(file: string, source: string, dynamic: boolean, typeOnly: boolean): ImportLine {
  const own = source.startsWith('.')
    ? relative(root, resolve(root, dirname(file), source.replace(/\?.*$/, '')))
    : undefined
  return own === undefined ? { source, dynamic, typeOnly } : { source, file: own, dynamic, typeOnly }
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return walk(path)
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : []
  })
}
