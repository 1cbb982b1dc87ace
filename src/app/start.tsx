/** Starts the React app. */
import '@cloudscape-design/global-styles/index.css'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { createAppRouter } from './router.ts'

export function start(): void {
  const router = createAppRouter({ regions: ['ap-northeast-2'], homeRegion: () => 'ap-northeast-2' })
  const element = document.getElementById('root')
  if (element) createRoot(element).render(<RouterProvider router={router} />)
}
