import { assertNever } from '#domain/result.ts';
import type { TrustFault } from '#pack/trust/trust-fault.ts';
import { dayHere } from './day-here.ts';

/** A fault as one sentence for a publisher or an administrator, who know what roles are. */
export function faultWords(fault: TrustFault): string {
  const { role } = fault;
  switch (fault.kind) {
    case 'unreachable':
      if (fault.certificate !== undefined)
        return `the metadata of ${role} could not be read: this computer does not trust the certificate of the server (${fault.certificate}). Ask whoever runs the server, or name the file of its issuer in NODE_EXTRA_CA_CERTS.`;
      return `the metadata of ${role} could not be read${fault.status === undefined ? '' : `: the server said ${fault.status}`}.`;
    case 'absent':
      return `the metadata of ${role} is missing.`;
    case 'signature':
      return `the metadata of ${role} is not signed by enough of its keys.`;
    case 'foreign-root':
      return 'it is another repository: its root is not the one that is trusted.';
    case 'older':
      return `the metadata of ${role} is older than what is known.`;
    case 'expired':
      return `what ${role} signed was good until ${dayHere(fault.since)}. Sign it again with satchel resign.`;
    case 'mixed':
      return `the metadata of ${role} is of another edition than the rest.`;
    case 'too-large':
      return `the metadata of ${role} is larger than any.`;
    case 'damaged':
      return `the metadata of ${role} is damaged.`;
    case 'name':
      return `${role} names ${fault.name}, which it may not.`;
    case 'unsupported':
      return `${role} says something in a way that this Satchel does not take.`;
    case 'no-file':
      return `a link, a folder or a device stands where the metadata of ${role} should be.`;
    case 'elsewhere':
      return `the server sent the reader elsewhere for the metadata of ${role}.`;
    case 'unsigned':
      return 'it is a pack without signatures.';
    case 'forked':
      return `the metadata of ${role} is not the one that was seen under that number: it was signed twice, apart.`;
    case 'stopped':
      return fault.late ? 'it took too long.' : 'it was stopped.';
    case 'unwritable':
      return 'what is verified cannot be kept here: there is no space, or no right to write.';
    default:
      return assertNever(fault);
  }
}
