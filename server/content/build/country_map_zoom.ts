/** Pixels of a button's side, and from one button to the next. */
const BUTTON = 24;
const BUTTON_STEP = BUTTON + 4;
/** See-through, so that they are seen on the light and on the dark theme. */
const FILL = 'rgba(152, 162, 179, 0.25)';
const HOVERED = 'rgba(152, 162, 179, 0.5)';
const MOST_ZOOM = 16;
/** A mouse that is pressed and moves by fewer pixels still clicks. */
const STILL = 4;

const DRAG = '[mousedown, window:mouseup] > window:mousemove';

/** Parts of a map's Vega specification that let it be zoomed by buttons, and dragged then. The wheel is left to the page. */
interface MapZoom {
  /** Among them `dragged`: a click that ends it means nothing else. */
  signals: object[];
  /** What the map is fitted into: of a zoomed map the panel shows a part. */
  extent: string;
  /** What `marks` are drawn from. */
  data: object;
  marks: object[];
}

/** @param margin pixels above and below the whole world */
export function mapZoom(margin: number): MapZoom {
  const size = ['width', `(height - ${2 * margin})`];
  const corner = (axis: number) => `${size[axis]} * (1 - zoom) / 2 + moved[${axis}] * zoom`;
  return {
    signals: [
      {
        name: 'zoom',
        value: 1,
        on: [{ events: '@buttons:click', update: `datum.by ? clamp(zoom * datum.by, 1, ${MOST_ZOOM}) : 1` }],
      },
      ...dragging(size),
      { name: 'left', update: corner(0) },
      { name: 'top', update: `${margin} + ${corner(1)}` },
    ],
    extent: `[[left, top], [left + zoom * ${size[0]}, top + zoom * ${size[1]}]]`,
    // Not named as the mark: a named mark is data, too.
    data: {
      name: 'zooms',
      values: [
        { place: 0, by: 2, sign: '+', title: 'Zoom in' },
        { place: 1, by: 0.5, sign: '−', title: 'Zoom out' },
        { place: 2, by: 0, sign: '1×', title: 'Show the whole world' },
      ],
    },
    marks: buttons(margin),
  };
}

/** `moved` is in pixels of the whole world, and never so far that an edge of it is seen. */
function dragging(size: readonly string[]): object[] {
  const within = (place: readonly string[]) => {
    const clamped = place.map((at, axis) => {
      const most = `${size[axis]} * (1 - 1 / zoom) / 2`;
      return `clamp(${at}, -${most}, ${most})`;
    });
    return `[${clamped.join(', ')}]`;
  };
  return [
    {
      name: 'pressed',
      value: [0, 0, 0, 0],
      on: [{ events: 'mousedown', update: '[x(), y(), moved[0], moved[1]]' }],
    },
    {
      name: 'dragged',
      value: false,
      on: [
        { events: 'mousedown', update: 'false' },
        { events: DRAG, update: `dragged || abs(x() - pressed[0]) + abs(y() - pressed[1]) > ${STILL}` },
      ],
    },
    {
      name: 'moved',
      value: [0, 0],
      on: [
        {
          events: DRAG,
          update: within([
            'pressed[2] + (x() - pressed[0]) / zoom',
            'pressed[3] + (y() - pressed[1]) / zoom',
          ]),
        },
        { events: { signal: 'zoom' }, update: within(['moved[0]', 'moved[1]']) },
      ],
    },
  ];
}

/** Drawn by the map itself: Vega has none that stand on it. */
function buttons(margin: number): object[] {
  const x = { signal: `width - ${margin + BUTTON / 2}` };
  const y = { signal: `${margin + BUTTON / 2} + datum.place * ${BUTTON_STEP}` };
  const square = {
    xc: x,
    yc: y,
    width: { value: BUTTON },
    height: { value: BUTTON },
    cornerRadius: { value: 3 },
  };
  return [
    {
      type: 'rect',
      from: { data: 'zooms' },
      interactive: false,
      // Cuts what is below it out, so that signs stand on the panel's own background.
      encode: { update: { ...square, fill: { value: '#000' }, blend: { value: 'destination-out' } } },
    },
    {
      name: 'buttons',
      type: 'rect',
      from: { data: 'zooms' },
      encode: {
        update: {
          ...square,
          fill: { value: FILL },
          cursor: { value: 'pointer' },
          tooltip: { field: 'title' },
        },
        hover: { fill: { value: HOVERED } },
      },
    },
    {
      name: 'signs',
      type: 'text',
      style: 'guide-label',
      from: { data: 'zooms' },
      interactive: false,
      encode: {
        update: {
          x,
          y,
          align: { value: 'center' },
          baseline: { value: 'middle' },
          fontSize: { value: 14 },
          text: { field: 'sign' },
        },
      },
    },
  ];
}
