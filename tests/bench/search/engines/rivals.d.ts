// What the benchmark uses of the other engines. They are packages of the benchmark, and not there until it runs.

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

declare module 'lunr' {
  namespace lunr {
    interface Builder {
      ref(name: string): void;
      field(name: string, options?: { readonly boost: number }): void;
      add(doc: object): void;
    }
    interface Clauses {
      term(word: string, options: object): void;
    }
    interface Index {
      query(make: (clauses: Clauses) => void): { readonly ref: string }[];
    }
    const Index: { load(saved: unknown): Index };
    const Query: { readonly wildcard: { readonly TRAILING: number } };
    const tokenizer: (text: string) => readonly unknown[];
  }
  function lunr(configure: (builder: lunr.Builder) => void): lunr.Index;
  export = lunr;
}

declare module 'minisearch' {
  namespace MiniSearch {
    interface SearchOptions {
      readonly boost?: Readonly<Record<string, number>>;
      readonly prefix?: boolean | ((term: string, place: number, terms: readonly string[]) => boolean);
      readonly fuzzy?: number;
    }
    interface Options {
      readonly fields: readonly string[];
      readonly processTerm?: (term: string) => string | null;
    }
  }
  class MiniSearch {
    constructor(options: MiniSearch.Options);
    static loadJSON(saved: string, options: MiniSearch.Options): MiniSearch;
    addAll(docs: readonly object[]): void;
    search(query: string, options: MiniSearch.SearchOptions): { readonly id: unknown }[];
  }
  export = MiniSearch;
}

declare module '@orama/orama' {
  interface Orama {
    readonly schema: object;
  }
  const create: (options: object) => Orama;
  const insert: (index: Orama, doc: object) => Promise<string> | string;
  const load: (index: Orama, saved: unknown) => void;
  const save: (index: Orama) => unknown;
  const search: (
    index: Orama,
    asked: object,
  ) => Promise<{ readonly hits: readonly { readonly document: { readonly id: unknown } }[] }>;
}

declare module '@orama/stemmers/english' {
  const stemmer: (word: string) => string;
}

declare module '@orama/stopwords/english' {
  const stopwords: readonly string[];
}

declare module 'node-sqlite3-wasm' {
  namespace sqlite {
    interface Statement {
      run(values: readonly unknown[]): void;
      all(values: readonly unknown[]): Readonly<Record<string, unknown>>[];
      finalize(): void;
    }
    class Database {
      constructor(file: string);
      exec(text: string): void;
      prepare(text: string): Statement;
    }
  }
  export = sqlite;
}
