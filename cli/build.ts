/** Builds the site when it is missing or older than what it is made from. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const ingredients = [
  'src',
  'simulator',
  'deploy',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
]

/** Returns the folder of the site. `root`: the project's folder. */
export async function builtSite(root: string): Promise<string> {
  const folder = join(root, 'dist')
  const page = join(folder, 'index.html')
  const builtAt = existsSync(page) ? statSync(page).mtimeMs : 0
  const changedAt = Math.max(...ingredients.map((name) => newest(join(root, name))))
  if (builtAt < changedAt) {
    console.log(
      builtAt === 0 ? 'Building the console …' : 'Building the console again: its sources changed …',
    )
    // Vite took this process for a development one when it loaded us; React would be built for development too.
    process.env.NODE_ENV = 'production'
    await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  }
  return folder
}

/** ms since the epoch; tests do not count, they are not part of the site. */
function newest(path: string): number {
  if (!existsSync(path) || /\.test\.tsx?$/.test(path)) return 0
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
}
