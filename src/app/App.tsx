/** The app around the router: language, Cloudscape's own words, and who is signed in. */
import { I18nProvider } from '@cloudscape-design/components/i18n'
import { RouterProvider } from '@tanstack/react-router'
import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import type { Locale } from '../i18n/text.ts'
import { LocaleContext } from '../i18n/use-text.ts'
import { serverNow } from '../lib/clock.ts'
import { ServerClockContext, TimeZoneContext } from '../ui/time-context.ts'
import { type CloudscapeWords, loadWords } from './cloudscape-words.ts'
import { OpeningContext } from './opening-context.ts'
import type { Opening } from './opening.ts'
import type { AppRouter } from './router.ts'
import { usePreferences } from './use-preferences.ts'
import { laterPart } from '../ui/later-part.ts'

const SignedOut = laterPart(async () => (await import('./SignedOut.tsx')).SignedOut)
const SignInDialog = laterPart(async () => (await import('./SignInDialog.tsx')).SignInDialog)

export function App({
  opening,
  router,
  words,
}: {
  opening: Opening
  router: AppRouter
  words: CloudscapeWords
}) {
  const { locale, timeZone } = usePreferences()
  const { authority } = opening
  const { status } = useSyncExternalStore(authority.subscribe, authority.snapshot)
  const messages = useCloudscapeWords(locale, words)
  return (
    <LocaleContext value={locale}>
      <I18nProvider locale={locale} messages={messages}>
        <TimeZoneContext value={timeZone}>
          <ServerClockContext value={serverNow}>
            <OpeningContext value={opening}>
              {status === 'signed-out' ? (
                <Suspense>
                  <SignedOut />
                </Suspense>
              ) : (
                <RouterProvider router={router} />
              )}
              {status === 'sign-in-required' && (
                <Suspense>
                  <SignInDialog />
                </Suspense>
              )}
            </OpeningContext>
          </ServerClockContext>
        </TimeZoneContext>
      </I18nProvider>
    </LocaleContext>
  )
}

/** `first` came with the app; another language's words are fetched when the reader chooses it. */
function useCloudscapeWords(locale: Locale, first: CloudscapeWords): CloudscapeWords['messages'] {
  const [loaded, setLoaded] = useState(first)
  const missing = loaded.locale !== locale
  useEffect(() => {
    if (!missing) return undefined
    let current = true
    void loadWords(locale).then((words) => current && setLoaded(words))
    return () => {
      current = false
    }
  }, [locale, missing])
  return missing ? noWords : loaded.messages
}

const noWords: CloudscapeWords['messages'] = []
