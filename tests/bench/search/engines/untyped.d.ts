// What the bench uses of packages that bring no types.

declare module 'elasticlunr' {
  interface Index {
    setRef(name: string): void;
    addField(name: string): void;
    saveDocument(save: boolean): void;
    addDoc(doc: object): void;
    search(query: string, options: object): { ref: string }[];
  }
  interface Elasticlunr {
    (configure: (this: Index) => void): Index;
    readonly Index: { load(saved: unknown): Index };
  }
  const elasticlunr: Elasticlunr;
  export = elasticlunr;
}

declare module 'wink-bm25-text-search' {
  interface Engine {
    defineConfig(configuration: object): void;
    definePrepTasks(tasks: readonly unknown[]): void;
    addDoc(doc: object, id: number): void;
    consolidate(): void;
    search(query: string, limit: number): [id: string, score: number][];
    exportJSON(): string;
    importJSON(saved: string): void;
  }
  const create: () => Engine;
  export = create;
}

declare module 'wink-nlp-utils' {
  const utilities: {
    readonly string: Readonly<Record<'lowerCase' | 'tokenize0', unknown>>;
    readonly tokens: Readonly<Record<'removeWords' | 'stem' | 'propagateNegations', unknown>>;
  };
  export = utilities;
}

declare module 'flexsearch/lang/en' {
  const english: import('flexsearch').EncoderOptions;
  export = english;
}
