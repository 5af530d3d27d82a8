import { EuiFieldSearch } from '@elastic/eui';
import React, { useLayoutEffect, useState } from 'react';

interface Props {
  value: string;
  placeholder: string;
  isLoading?: boolean;
  onSearch(value: string): void;
  testSubject: string;
}

/** A search box that searches on Enter and when cleared, not while typing. */
export function SearchBar({ value, placeholder, isLoading, onSearch, testSubject }: Props) {
  const [text, setText] = useState(value);
  useLayoutEffect(() => setText(value), [value]);
  return (
    <EuiFieldSearch
      fullWidth
      isClearable
      incremental={false}
      value={text}
      isLoading={isLoading}
      placeholder={placeholder}
      aria-label={placeholder}
      onChange={(event) => setText(event.target.value)}
      onSearch={(query) => onSearch(query.trim())}
      data-test-subj={testSubject}
    />
  );
}
