/** What is dear to make, made with its first use: a module that is only loaded must not cost a start what it may do later. */
export function madeOnce<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
