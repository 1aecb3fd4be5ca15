/** Made-up records for a test. Every name says that it is none. */
export const dummy = {
  'dummy.madeUp': 'made_up',
  'dummy.name': 'name',
  'dummy.email': 'email',
  'dummy.phone': 'phone',
  'dummy.postcode': 'postcode',
  'dummy.reference': 'reference',
  'dummy.yes': 'yes',
} as const;
