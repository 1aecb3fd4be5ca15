/** What one name in a folder may be, when it is ours. */
export interface Own {
  readonly name: RegExp;
  /** A folder: what in it is ours, or `all` of it. Absent: a file. */
  readonly inside?: readonly Own[] | 'all';
  /** Chromium makes links of this name, which hold no more than a word. */
  readonly link?: true;
  /** In use while the app runs. */
  readonly open?: true;
  /** It says that all is to go, so it goes last. */
  readonly last?: true;
}

const HALF: Own = { name: /^satchel-[0-9a-f-]{36}\.part$/ };

/** What Chromium writes into a profile, in the versions that Satchel may meet. */
const CHROMIUM: readonly Own[] = [
  {
    name: /^(?:blob_storage|Cache|Code Cache|GPUCache|GPUPersistentCache|Dawn\w*Cache|GraphiteDawnCache|Gr?ShaderCache|ShaderCache|Dictionaries|IndexedDB|Local Storage|Session Storage|Service Worker|Shared Dictionary|shared_proto_db|WebStorage|File System|databases|Network|Partitions|VideoDecodeStats|WebrtcVideoStats|Crashpad|Storage|Site Characteristics Database|Platform Notifications|PersistentOriginTrials|Safe Browsing Network|AutofillStrikeDatabase|BudgetDatabase|Extension (?:Rules|Scripts|State)|Extensions|component_crx_cache|extensions_crx_cache|TrustTokenKeyCommitments|hyphen-data|WidevineCdm)$/,
    inside: 'all',
  },
  {
    name: /^(?:Cookies|Extension Cookies|Safe Browsing Cookies|DIPS|QuotaManager|Reporting and NEL|SharedStorage|Trust Tokens|MediaDeviceSalts|Conversions|InterestGroups|PrivateAggregation|AggregationService|Device Bound Sessions|BrowsingTopicsSiteData|Favicons|History|Web Data|Login Data|Visited Links|Origin Bound Certs|Preferences|Secure Preferences|Local State|Network Persistent State|TransportSecurity|SCT Auditing Pending Reports|BrowsingTopicsState|DevToolsActivePort|lockfile|LOCK|LOG|LOG\.old|Last Version|First Run|Variations|CrashpadMetrics(?:-active)?\.pma|heavy_ad_intervention_opt_out\.db|declarative_rules|README)(?:-journal|-wal|-shm|\.bad)?$/,
  },
  { name: /^(?:\.org\.chromium\.Chromium\.\w+|[\w ~-]+\.(?:tmp|TMP))$/ },
  { name: /^Singleton(?:Lock|Cookie|Socket)$/, link: true },
];

/** What Chromium's crash handler writes, beside its settings. */
const CRASHES: readonly Own[] = [
  { name: /^(?:client_id|settings\.dat|metadata|CrashpadMetrics(?:-active)?\.pma)$/ },
  { name: /^(?:new|pending|completed|reports|attachments|Crash Reports)$/, inside: 'all' },
];

/** Everything that this version and earlier ones make in the home folder. */
export const OWN: readonly Own[] = [
  { name: /^erase-asked$/, last: true },
  { name: /^(?:settings|guards|window|holder|lock|sources)\.json(?:\.part)?$/ },
  // What could not be read, put aside before another took its place.
  { name: /^(?:settings|sources)\.aside-\d{1,6}\.json$/ },
  { name: /^(?:ballast|move-aside|probe|lock)(?:\.part)?$/ },
  { name: /^probe-[0-9a-f-]{36}\.part$/ },
  HALF,
  {
    name: /^journal$/,
    inside: [{ name: /^\d{4}[\w.-]*\.jsonl[\w.-]*$/ }, { name: /^(?:\d{4,}|compact)\.part$/ }, HALF],
  },
  { name: /^files$/, inside: [{ name: /^[0-9a-f]{64}(?:\.part)?$/ }, HALF] },
  { name: /^snapshots$/, inside: [{ name: /^\d{6,}-\d{4}-\d{2}-\d{2}\.json\.gz(?:\.part)?$/ }, HALF] },
  {
    name: /^trust$/,
    inside: [
      { name: /^floors$/, inside: [{ name: /^[0-9a-f]{64}\.json$/ }, HALF] },
      // A run that was broken off leaves a folder of that name.
      { name: /^[0-9a-f]{64}$/, inside: [{ name: /^trusted\.json$/ }, { ...HALF, inside: 'all' }] },
    ],
  },
  { name: /^blobs$/, inside: [{ name: /^[0-9a-f]{2}$/, inside: [{ name: /^[0-9a-f]{64}\.br$/ }, HALF] }] },
  {
    name: /^targets$/,
    inside: [
      {
        name: /^packs$/,
        inside: [{ name: /^[a-z0-9-]{1,120}$/, inside: [{ name: /^[0-9a-f]{64}\.pack\.json$/ }, HALF] }],
      },
    ],
  },
  { name: /^aside$/, inside: [{ name: /^\d+-IndexedDB$/, inside: 'all' }] },
  { name: /^logs$/, inside: [{ name: /^satchel\.log(?:\.old)?$/ }], open: true },
  { name: /^crashes$/, inside: CRASHES, open: true },
  { name: /^profile$/, inside: CHROMIUM, open: true },
];
