import { type EditorView, WidgetType } from '@codemirror/view';

/** The sign of an item. */
export class Bullet extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.className = 'sat-w-mark sat-w-bullet';
    sign.textContent = '•';
    return sign;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** A line across. */
export class Rule extends WidgetType {
  override eq(): boolean {
    return true;
  }

  toDOM(): HTMLElement {
    const line = document.createElement('span');
    line.className = 'sat-w-rule';
    line.setAttribute('role', 'separator');
    return line;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** The box of a task. A click turns it; by keys the line's command does. */
export class Tick extends WidgetType {
  readonly isTicked: boolean;
  readonly label: string;

  constructor(isTicked: boolean, label: string) {
    super();
    this.isTicked = isTicked;
    this.label = label;
  }

  override eq(other: Tick): boolean {
    return other.isTicked === this.isTicked && other.label === this.label;
  }

  toDOM(view: EditorView): HTMLElement {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'sat-w-tick';
    box.tabIndex = -1;
    box.setAttribute('aria-label', this.label);
    box.checked = this.isTicked;
    // The cursor stays where it is.
    box.addEventListener('mousedown', (event) => event.preventDefault());
    box.addEventListener('click', () => {
      const at = view.posAtDOM(box);
      if (!/^\[[ xX]\]$/.test(view.state.sliceDoc(at, at + 3))) return;
      const insert = view.state.sliceDoc(at + 1, at + 2) === ' ' ? 'x' : ' ';
      view.dispatch({ changes: { from: at + 1, to: at + 2, insert }, userEvent: 'input' });
    });
    return box;
  }

  override updateDOM(box: HTMLElement): boolean {
    if (!(box instanceof HTMLInputElement)) return false;
    box.checked = this.isTicked;
    return true;
  }
}
