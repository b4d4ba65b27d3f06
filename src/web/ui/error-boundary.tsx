import { Component, type ReactNode } from 'react';
import { Trouble } from './trouble.tsx';

/** Keeps the frame standing when a page fails to draw: a mistake of ours, told as such. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null };

  static getDerivedStateFromError(thrown: unknown): { error: Error } {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Trouble
        what="This page could not be drawn. Nothing was decided or sent by that."
        error={error}
        retry={() => this.setState({ error: null })}
      />
    );
  }
}
