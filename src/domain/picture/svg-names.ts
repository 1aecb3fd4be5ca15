// What a drawing may be made of. A list of what is known to be harmless, so that what is new is refused until it is on it.

export const SVG = 'http://www.w3.org/2000/svg';
export const XLINK = 'http://www.w3.org/1999/xlink';
export const XML = 'http://www.w3.org/XML/1998/namespace';

/** Vocabularies that a browser acts on. Elements of all others, as drawing programs leave them, are never drawn. */
export const ACTED_ON: ReadonlySet<string> = new Set([
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/1998/Math/MathML',
  'http://www.w3.org/1999/XSL/Transform',
  'http://www.w3.org/2001/XInclude',
  'http://www.w3.org/2001/xml-events',
  'http://www.w3.org/2002/xforms',
  'http://www.mozilla.org/xbl',
  'http://www.w3.org/ns/xbl',
]);

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const SHAPES = words('path rect circle ellipse line polyline polygon text tspan textPath image');

export const FILTER_STEPS = words(`feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix
  feDiffuseLighting feDisplacementMap feDropShadow feFlood feGaussianBlur feMerge feMorphology feOffset
  feSpecularLighting feTile feTurbulence`);

export const ELEMENTS: ReadonlySet<string> = new Set([
  ...SHAPES,
  ...FILTER_STEPS,
  ...words(`svg g defs symbol use switch title desc metadata style a view
    linearGradient radialGradient stop pattern clipPath mask marker filter
    feFuncR feFuncG feFuncB feFuncA feMergeNode feDistantLight fePointLight feSpotLight`),
]);

/** Elements whose text is drawn. */
export const WORDS = words('text tspan textPath a');

/** Attributes that are properties of style as well. */
export const PRESENTATION = words(`alignment-baseline baseline-shift clip clip-path clip-rule color
  color-interpolation color-interpolation-filters color-profile color-rendering cursor direction display
  dominant-baseline enable-background fill fill-opacity fill-rule filter flood-color flood-opacity font font-family
  font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant font-variant-caps
  font-variant-ligatures font-variant-numeric font-variant-position font-variant-east-asian font-variation-settings
  font-weight font-optical-sizing glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing
  lighting-color line-height marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow
  paint-order pointer-events shape-inside shape-margin shape-padding shape-rendering shape-subtract solid-color
  solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
  stroke-miterlimit stroke-opacity stroke-width tab-size text-align text-align-last text-anchor text-decoration
  text-decoration-color text-decoration-line text-decoration-style text-decoration-thickness text-indent
  text-orientation text-overflow text-rendering text-transform transform transform-box transform-origin
  unicode-bidi vector-effect vertical-align visibility white-space word-spacing word-break writing-mode`);

/** Properties that a style may name besides: they change nothing in a drawing, or no more than a rectangle. */
export const BOXES = words(`background background-color border border-width border-style border-color border-radius
  box-sizing color-scheme float height margin margin-top margin-right margin-bottom margin-left max-height max-width
  min-height min-width outline overflow-wrap overflow-x overflow-y padding padding-top padding-right padding-bottom
  padding-left position text-underline-offset user-select width word-wrap hyphens fill-rule z-index top left right
  bottom align-items justify-content flex-direction flex-shrink flex-wrap flex-grow flex gap`);

export const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...PRESENTATION,
  ...words(`amplitude azimuth baseFrequency baseProfile bias class clipPathUnits contentScriptType contentStyleType cx
    cy d diffuseConstant divisor download dx dy edgeMode elevation exponent externalResourcesRequired filterRes
    filterUnits focusable fr fx fy gradientTransform gradientUnits height href hreflang id in in2 intercept k1 k2 k3 k4
    kernelMatrix kernelUnitLength lang lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth
    maskContentUnits maskUnits media method mode name nonce numOctaves offset operator order orient overline-position
    overline-thickness path pathLength patternContentUnits patternTransform patternUnits points pointsAtX pointsAtY
    pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits r radius refX refY rel requiredExtensions
    requiredFeatures result role rotate rx ry scale seed side size slope spacing specularConstant specularExponent
    spreadMethod startOffset stdDeviation stitchTiles strikethrough-position strikethrough-thickness style surfaceScale
    systemLanguage tabindex tableValues target targetX targetY text textLength title type underline-position
    underline-thickness values version viewBox viewTarget width x x1 x2 xChannelSelector y y1 y2 yChannelSelector z
    zoomAndPan content color-profile data alt aria-label icon-name overflow style space fill xmlns`),
]);

/** Properties that name another part of the drawing, drawn for every shape inside, as the property is handed down. */
export const PAINTS = words('fill stroke');
/** What is said of letters and chooses a font beside its size. */
export const FONTS = words(`font-family font-feature-settings font-kerning font-size-adjust font-stretch font-style
  font-variant font-variant-caps font-variant-ligatures font-variant-numeric font-variant-position
  font-variant-east-asian font-variation-settings font-weight font-optical-sizing`);
/** Drawn at every point of every shape inside. */
export const MARKERS = words('marker marker-start marker-mid marker-end');

/** Functions that a value may use. */
export const FUNCTIONS = words(`rgb rgba hsl hsla hwb lab lch oklab oklch color light-dark icc-color device-cmyk url
  matrix matrix3d translate translatex translatey translate3d scale scalex scaley scale3d rotate rotatez skew skewx
  skewy blur drop-shadow brightness contrast grayscale hue-rotate invert opacity saturate sepia rect calc`);

/** Those of them that a filter takes steps for. */
export const FILTER_FUNCTIONS = words(
  'blur drop-shadow brightness contrast grayscale hue-rotate invert opacity saturate sepia',
);

/** Attributes whose numbers say how large something is. */
export const LENGTHS = words('d points x y width height cx cy r rx ry x1 y1 x2 y2 pathLength textLength');
