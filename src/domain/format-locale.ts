/** The locale whose dates and figures a language uses. The long test language writes them as English does. */
export const formatLocale = (language: string): string => (language === 'en-XA' ? 'en-GB' : language);
