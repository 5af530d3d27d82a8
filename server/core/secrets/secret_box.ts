import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'crypto';
import { SiemError } from '../errors';
import type { SecretBinding, SecretSealer } from '../manage/sources';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'siem1';

/** Makes an encryption key, to be run where OpenSearch Dashboards is installed; a keystore that is there already is kept ("n"). */
export const KEYSTORE_COMMAND =
  'echo n | bin/opensearch-dashboards-keystore create; openssl rand -base64 32 | bin/opensearch-dashboards-keystore add --stdin awsSiem.encryptionKeys';

export interface SecretBox extends SecretSealer {
  /** Whether secrets can be sealed at all. */
  readonly ready: boolean;
}

/**
 * Seals secrets with AES-256-GCM. What a secret is bound to (object, field, destination) is additional authenticated data, so that a sealed
 * text copied to another object or pointed at another receiver cannot be opened. The newest of `keys` seals, all of them open.
 * A sealed text is `siem1.<key id>.<nonce ‖ ciphertext ‖ tag in base64url>`.
 */
export function createSecretBox(keys: readonly string[]): SecretBox {
  const known = keys.map(keyOf);
  const newest = known[0];

  return {
    ready: newest !== undefined,

    /** Fails with `no_encryption_key`. */
    seal(plain, binding) {
      if (!newest) {
        throw new SiemError(
          'no_encryption_key',
          `Secrets cannot be stored before OpenSearch Dashboards has an encryption key. Where it is installed, run: ${KEYSTORE_COMMAND} and restart it.`,
        );
      }
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, newest.key, nonce).setAAD(additionalData(binding));
      const sealed = Buffer.concat([
        nonce,
        cipher.update(plain, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
      return `${VERSION}.${newest.id}.${sealed.toString('base64url')}`;
    },

    /** Fails with `secret_unreadable`. */
    open(sealed, binding) {
      const [version, id, content] = sealed.split('.');
      const used = known.find((each) => each.id === id);
      if (version !== VERSION || !used || content === undefined)
        throw unreadable(binding, 'its key is not configured');
      const bytes = Buffer.from(content, 'base64url');
      try {
        const decipher = createDecipheriv(ALGORITHM, used.key, bytes.subarray(0, NONCE_BYTES), {
          authTagLength: TAG_BYTES,
        })
          .setAAD(additionalData(binding))
          .setAuthTag(bytes.subarray(-TAG_BYTES));
        const plain = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
        return Buffer.concat([plain, decipher.final()]).toString('utf8');
      } catch {
        throw unreadable(binding, 'it was stored for another object or destination');
      }
    },
  };
}

/** 32 bytes whatever form the key was given in; the id tells keys apart and gives nothing away. */
function keyOf(text: string): { id: string; key: Buffer } {
  const key = createHash('sha256').update(`awsSiem.encryptionKeys\0${text.trim()}`).digest();
  return { key, id: createHash('sha256').update(key).digest('base64url').slice(0, 8) };
}

function additionalData({ type, id, field, destination }: SecretBinding): Buffer {
  return Buffer.from(JSON.stringify([VERSION, type, id, field, destination]));
}

function unreadable({ field }: SecretBinding, reason: string): SiemError {
  return new SiemError(
    'secret_unreadable',
    `${field}: the stored secret cannot be opened, since ${reason}. Put the old key back into awsSiem.encryptionKeys, or type the secret again.`,
  );
}
