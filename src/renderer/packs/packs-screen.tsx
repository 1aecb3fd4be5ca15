export const PacksScreen = (_: { readonly screen: unknown }) => null;
