import { END, START, StateGraph } from '@langchain/langgraph';
import { awaitDecision } from './await-decision.ts';
import { bindNode } from './define-node.ts';
import { followUpAt } from './follow-up-at.ts';
import type { GraphDeps } from './graph-deps.ts';
import { findMails } from './inbox/find-mails.ts';
import { gatherContextNode } from './inbox/gather-context.ts';
import { InboxState } from './inbox/inbox-state.ts';
import { propose } from './inbox/propose.ts';
import { readMailNode } from './inbox/read-mail.ts';
import { wordAnswer } from './inbox/word-answer.ts';

const followUp = followUpAt('gather-context');

/** The nodes of the inbox workflow, for the capability matrix. */
export const INBOX_NODES = [
  findMails,
  readMailNode,
  gatherContextNode,
  wordAnswer,
  propose,
  awaitDecision,
  followUp,
] as const;

/**
 * Inbox: one thread finds the mails that wait; then each has a thread of its own. A reader without tools understands it;
 * from there on nobody sees its words: our figures are looked up, worded, proposed, and the thread sleeps until a person
 * has decided.
 */
export function createInboxGraph(deps: GraphDeps) {
  return new StateGraph(InboxState)
    .addNode('find-mails', bindNode(findMails, deps))
    .addNode('read-mail', bindNode(readMailNode, deps))
    .addNode('gather-context', bindNode(gatherContextNode, deps))
    .addNode('word-answer', bindNode(wordAnswer, deps))
    .addNode('propose', bindNode(propose, deps))
    .addNode('await-decision', bindNode(awaitDecision, deps), { ends: ['await-decision', 'follow-up'] })
    .addNode('follow-up', bindNode(followUp, deps), { ends: ['gather-context', END] })
    .addConditionalEdges(START, begin, ['find-mails', 'read-mail', 'await-decision'])
    .addEdge('find-mails', END)
    .addEdge('read-mail', 'gather-context')
    .addEdge('gather-context', 'word-answer')
    .addEdge('word-answer', 'propose')
    .addEdge('propose', 'await-decision')
    .compile();
}

function begin({ event, proposalIds }: InboxState): 'find-mails' | 'read-mail' | 'await-decision' {
  if (event.item === null) return 'find-mails';
  // A thread that was put back has its proposals already.
  return proposalIds.length > 0 ? 'await-decision' : 'read-mail';
}
