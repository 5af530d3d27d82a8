import {
  EuiHeaderSectionItemButton,
  EuiIcon,
  EuiLink,
  EuiPopover,
  EuiPopoverTitle,
  EuiSpacer,
} from '@elastic/eui';
import React, { useState } from 'react';
import { useObservable } from '../core/mount';
import type { ChromeService } from './chrome';

/** The question mark at the right end of the header, with the links of the present app. */
export function HelpMenu({ chrome }: { chrome: ChromeService }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const extension = useObservable(chrome.helpExtension$, chrome.helpExtension$.value);
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setOpen(false)}
      anchorPosition="downRight"
      repositionOnScroll
      button={
        <EuiHeaderSectionItemButton
          aria-label="Help menu"
          data-test-subj="helpMenuButton"
          onClick={() => setOpen(!isOpen)}
        >
          <EuiIcon type="questionInCircle" size="m" />
        </EuiHeaderSectionItemButton>
      }
    >
      <EuiPopoverTitle>Help</EuiPopoverTitle>
      {extension ? (
        <>
          <strong>{extension.appName}</strong>
          {(extension.links ?? []).map(({ href, content, linkType }) => (
            <div key={href}>
              <EuiSpacer size="s" />
              <EuiLink href={href}>{linkType === 'documentation' ? 'Documentation' : content}</EuiLink>
            </div>
          ))}
        </>
      ) : (
        <p>This page has no help of its own.</p>
      )}
    </EuiPopover>
  );
}
