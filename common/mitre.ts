/**
 * Ids and names of MITRE ATT&CK, Enterprise matrix, version 18.1 (https://attack.mitre.org): all tactics, and the techniques that logs of AWS can show.
 * Rules may name others by their id.
 */
export const TACTICS: ReadonlyArray<{ id: string; name: string }> = [
  { id: 'TA0043', name: 'Reconnaissance' },
  { id: 'TA0042', name: 'Resource Development' },
  { id: 'TA0001', name: 'Initial Access' },
  { id: 'TA0002', name: 'Execution' },
  { id: 'TA0003', name: 'Persistence' },
  { id: 'TA0004', name: 'Privilege Escalation' },
  { id: 'TA0005', name: 'Defense Evasion' },
  { id: 'TA0006', name: 'Credential Access' },
  { id: 'TA0007', name: 'Discovery' },
  { id: 'TA0008', name: 'Lateral Movement' },
  { id: 'TA0009', name: 'Collection' },
  { id: 'TA0011', name: 'Command and Control' },
  { id: 'TA0010', name: 'Exfiltration' },
  { id: 'TA0040', name: 'Impact' },
];

export interface Technique {
  id: string;
  name: string;
  /** Ids. */
  tactics: readonly string[];
}

/** By their tactics: id and name. */
const BY_TACTICS: Record<string, string[]> = {
  TA0043: [
    'T1595 Active Scanning',
    'T1595.001 Scanning IP Blocks',
    'T1595.002 Vulnerability Scanning',
    'T1589 Gather Victim Identity Information',
    'T1590 Gather Victim Network Information',
  ],
  TA0042: ['T1583 Acquire Infrastructure', 'T1586 Compromise Accounts'],
  TA0001: [
    'T1190 Exploit Public-Facing Application',
    'T1195 Supply Chain Compromise',
    'T1199 Trusted Relationship',
    'T1566 Phishing',
  ],
  'TA0001 TA0003': ['T1133 External Remote Services'],
  'TA0001 TA0003 TA0004 TA0005': [
    'T1078 Valid Accounts',
    'T1078.001 Default Accounts',
    'T1078.004 Cloud Accounts',
  ],
  TA0002: [
    'T1059 Command and Scripting Interpreter',
    'T1059.009 Cloud API',
    'T1204.003 Malicious Image',
    'T1648 Serverless Execution',
    'T1651 Cloud Administration Command',
  ],
  'TA0002 TA0005': ['T1610 Deploy Container'],
  'TA0002 TA0008': ['T1072 Software Deployment Tools'],
  TA0003: ['T1136 Create Account', 'T1136.003 Cloud Account', 'T1525 Implant Internal Image'],
  'TA0003 TA0004': [
    'T1098 Account Manipulation',
    'T1098.001 Additional Cloud Credentials',
    'T1098.003 Additional Cloud Roles',
    'T1546 Event Triggered Execution',
  ],
  'TA0003 TA0005 TA0006': [
    'T1556 Modify Authentication Process',
    'T1556.006 Multi-Factor Authentication',
    'T1556.009 Conditional Access Policies',
  ],
  'TA0004 TA0005': [
    'T1484 Domain or Tenant Policy Modification',
    'T1484.002 Trust Modification',
    'T1548 Abuse Elevation Control Mechanism',
    'T1548.005 Temporary Elevated Cloud Access',
  ],
  TA0005: [
    'T1070 Indicator Removal',
    'T1535 Unused/Unsupported Cloud Regions',
    'T1562 Impair Defenses',
    'T1562.001 Disable or Modify Tools',
    'T1562.007 Disable or Modify Cloud Firewall',
    'T1562.008 Disable or Modify Cloud Logs',
    'T1578 Modify Cloud Compute Infrastructure',
    'T1578.001 Create Snapshot',
    'T1578.002 Create Cloud Instance',
    'T1578.003 Delete Cloud Instance',
    'T1578.004 Revert Cloud Instance',
    'T1578.005 Modify Cloud Compute Configurations',
  ],
  'TA0005 TA0008': [
    'T1550 Use Alternate Authentication Material',
    'T1550.001 Application Access Token',
    'T1550.004 Web Session Cookie',
  ],
  TA0006: [
    'T1110 Brute Force',
    'T1110.001 Password Guessing',
    'T1110.003 Password Spraying',
    'T1110.004 Credential Stuffing',
    'T1528 Steal Application Access Token',
    'T1552 Unsecured Credentials',
    'T1552.001 Credentials In Files',
    'T1552.005 Cloud Instance Metadata API',
    'T1555 Credentials from Password Stores',
    'T1555.006 Cloud Secrets Management Stores',
    'T1606 Forge Web Credentials',
    'T1621 Multi-Factor Authentication Request Generation',
  ],
  'TA0006 TA0007': ['T1040 Network Sniffing'],
  TA0007: [
    'T1046 Network Service Discovery',
    'T1069 Permission Groups Discovery',
    'T1069.003 Cloud Groups',
    'T1087 Account Discovery',
    'T1087.004 Cloud Account',
    'T1201 Password Policy Discovery',
    'T1526 Cloud Service Discovery',
    'T1538 Cloud Service Dashboard',
    'T1580 Cloud Infrastructure Discovery',
    'T1619 Cloud Storage Object Discovery',
    'T1654 Log Enumeration',
  ],
  TA0008: ['T1021 Remote Services', 'T1021.007 Cloud Services', 'T1021.008 Direct Cloud VM Connections'],
  TA0009: [
    'T1074 Data Staged',
    'T1074.002 Remote Data Staging',
    'T1119 Automated Collection',
    'T1213 Data from Information Repositories',
    'T1530 Data from Cloud Storage',
  ],
  TA0011: [
    'T1071 Application Layer Protocol',
    'T1071.001 Web Protocols',
    'T1071.004 DNS',
    'T1090 Proxy',
    'T1105 Ingress Tool Transfer',
    'T1568 Dynamic Resolution',
    'T1571 Non-Standard Port',
    'T1572 Protocol Tunneling',
  ],
  TA0010: [
    'T1041 Exfiltration Over C2 Channel',
    'T1048 Exfiltration Over Alternative Protocol',
    'T1537 Transfer Data to Cloud Account',
    'T1567 Exfiltration Over Web Service',
    'T1567.002 Exfiltration to Cloud Storage',
  ],
  TA0040: [
    'T1485 Data Destruction',
    'T1485.001 Lifecycle-Triggered Deletion',
    'T1486 Data Encrypted for Impact',
    'T1489 Service Stop',
    'T1490 Inhibit System Recovery',
    'T1491 Defacement',
    'T1496 Resource Hijacking',
    'T1496.001 Compute Hijacking',
    'T1498 Network Denial of Service',
    'T1499 Endpoint Denial of Service',
    'T1531 Account Access Removal',
    'T1565 Data Manipulation',
    'T1657 Financial Theft',
  ],
};

export const TECHNIQUES: readonly Technique[] = Object.entries(BY_TACTICS)
  .flatMap(([tactics, techniques]) =>
    techniques.map((technique) => {
      const space = technique.indexOf(' ');
      return {
        id: technique.slice(0, space),
        name: technique.slice(space + 1),
        tactics: tactics.split(' '),
      };
    }),
  )
  .sort((a, b) => a.id.localeCompare(b.id));
