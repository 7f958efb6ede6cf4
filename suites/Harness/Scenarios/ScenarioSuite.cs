using System.Reflection;
using Xunit;
using Xunit.v3;

namespace Conformance.Suites.Harness.Scenarios;

/// <summary>A class of scenarios. The assembly has <c>[assembly: AssemblyFixture(typeof(SuiteRun))]</c>.</summary>
/// <param name="run">The run.</param>
public abstract class ScenarioSuite(SuiteRun run)
{
    /// <summary>Runs the scenario that the calling test is.</summary>
    /// <param name="target">The test's argument: the target's name.</param>
    /// <param name="body">What is done.</param>
    protected Task RunAsync(string target, Func<Scenario, Task> body)
    {
        ScenarioAttribute? scenario = (TestContext.Current.TestMethod as IXunitTestMethod)?.Method.GetCustomAttribute<ScenarioAttribute>();
        return scenario is null
            ? throw new HarnessException("The test isn't marked as a scenario.")
            : run.RunAsync(scenario, target, body);
    }
}
