import { randomBytes } from 'node:crypto'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import headers from './deploy/security-headers.json' with { type: 'json' }
import { chunkFileName, chunkGroups } from './scripts/vite-chunks.ts'
import { compressedSiblings } from './scripts/vite-compress.ts'
import { fontFiles } from './scripts/vite-fonts.ts'
import { indexHtml } from './scripts/vite-index.ts'
import { leaveOut } from './scripts/vite-leave-out.ts'

const nonce = randomBytes(16).toString('base64')

export default defineConfig(({ command }) => ({
  plugins: [react(), leaveOut(), fontFiles(), indexHtml(nonce), compressedSiblings()],
  html: command === 'serve' ? { cspNonce: nonce } : {},
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_500,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { codeSplitting: chunkGroups(import.meta.dirname), chunkFileNames: chunkFileName },
    },
  },
  server: { host: '127.0.0.1', strictPort: true, allowedHosts: ['.localhost'] },
  preview: { host: '127.0.0.1', strictPort: true, headers: headers.all },
}))
