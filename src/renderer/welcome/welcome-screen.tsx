export const WelcomeScreen = (_: { readonly screen: unknown }) => null;
