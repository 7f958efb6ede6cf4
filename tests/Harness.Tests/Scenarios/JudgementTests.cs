using Conformance.Suites.Harness.Docker;
using Conformance.Suites.Harness.Results;
using Conformance.Suites.Harness.Scenarios;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Scenarios;

public class JudgementTests
{
    [Fact]
    public void Of_RanToItsEnd_IsPass() => Judgement.Of(null).ShouldBe((Outcome.Pass, null));

    [Fact]
    public void Of_WhatTheTargetDoes_IsFail()
    {
        Judgement.Of(new ScenarioFailedException("status 500")).ShouldBe((Outcome.Fail, "status 500"));
        Judgement.Of(new TimeoutException("didn't come")).Outcome.ShouldBe(Outcome.Fail);
        Judgement.Of(Thrown(() => Assert.Equal(1, 2))).Outcome.ShouldBe(Outcome.Fail);
        Judgement.Of(Thrown(() => 1.ShouldBe(2))).Outcome.ShouldBe(Outcome.Fail);
    }

    [Fact]
    public void Of_WhatTheHarnessDoes_IsError()
    {
        Judgement.Of(new HarnessException("no image")).ShouldBe((Outcome.Error, "no image"));
        Judgement.Of(new DockerException("no engine")).Outcome.ShouldBe(Outcome.Error);
        Judgement.Of(new InvalidOperationException("a bug of a scenario")).Outcome.ShouldBe(Outcome.Error);
        Judgement.Of(new OperationCanceledException()).Outcome.ShouldBe(Outcome.Error);
    }

    [Fact]
    public void Of_Skipped_IsSkipWithTheReason() => Judgement.Of(Thrown(() => Assert.Skip("not here"))).ShouldBe((Outcome.Skip, "not here"));

    [Fact]
    public void Missing_OrdinaryMachine_Skips() =>
        Judgement.Of(Thrown(() => Requirement.Missing("no engine", _ => null))).ShouldBe((Outcome.Skip, "no engine"));

    [Fact]
    public void Missing_MachineThatMustHaveIt_IsError() =>
        Judgement.Of(Thrown(() => Requirement.Missing("no engine", name => name == Requirement.Variable ? "1" : null))).Outcome.ShouldBe(Outcome.Error);

    private static Exception Thrown(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e)
        {
            return e;
        }

        throw new InvalidOperationException("Nothing was thrown.");
    }
}
