import { Component, type ReactNode } from 'react';

interface Props {
  /** What the part shows now; another one is tried afresh. */
  readonly at: string;
  readonly fallback: (again: () => void) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly at: string;
  readonly broken: boolean;
}

/** Keeps a fault in one part of the window from taking the others along. */
export class RegionBoundary extends Component<Props, State> {
  override state: State = { at: this.props.at, broken: false };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    return props.at === state.at ? null : { at: props.at, broken: false };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return this.props.fallback(() => this.setState({ broken: false }));
  }
}
