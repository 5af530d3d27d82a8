import { checkMaven, findJava, javaMajor } from './java';
import { UserError } from './user_error';

describe('javaMajor', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_402"', 8],
    ['no such thing', undefined],
  ])('reads %s', (output, major) => {
    expect(javaMajor(output)).toBe(major);
  });
});

describe('what is missing', () => {
  it('is a JDK, named with how to get it', () => {
    expect(() => findJava({ PATH: '/nowhere' })).toThrow(UserError);
    expect(() => findJava({ PATH: '/nowhere' })).toThrow(
      /17 or newer[\s\S]*apt-get install[\s\S]*brew install/,
    );
    expect(() => findJava({ JAVA_HOME: '/nowhere', PATH: '' })).toThrow('"/nowhere/bin/java" does not run');
  });

  it('is Maven, named with how to get it', () => {
    expect(() => checkMaven({ PATH: '/nowhere' })).toThrow(/no working "mvn"[\s\S]*apt-get install maven/);
  });
});
