using Conformance.Suites.Harness.Scenarios;
using Xunit;

[assembly: AssemblyFixture(typeof(SuiteRun))]
