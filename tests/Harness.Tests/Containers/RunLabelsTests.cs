using Conformance.Suites.Harness.Containers;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Containers;

public class RunLabelsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void IsLeftOver_ItsProcessRuns_IsNot()
    {
        var other = new RunLabels("here", 7, Started((7, "100")));

        Ours((7, "100"), (8, "200")).IsLeftOver(other.All, Now.AddDays(-3), Now).ShouldBeFalse();
    }

    [Fact]
    public void IsLeftOver_ItsProcessHasEnded_Is()
    {
        var other = new RunLabels("here", 7, Started((7, "100")));

        Ours((8, "200")).IsLeftOver(other.All, Now, Now).ShouldBeTrue();
    }

    [Fact]
    public void IsLeftOver_AnotherProcessHasGotItsNumber_Is()
    {
        var other = new RunLabels("here", 7, Started((7, "100")));

        Ours((7, "300"), (8, "200")).IsLeftOver(other.All, Now, Now).ShouldBeTrue();
    }

    [Theory]
    [InlineData(11, false)]
    [InlineData(13, true)]
    public void IsLeftOver_OfAnotherMachine_IsOnceItIsOld(int hours, bool expected)
    {
        var other = new RunLabels("there", 7, Started((7, "100")));

        Ours((8, "200")).IsLeftOver(other.All, Now.AddHours(-hours), Now).ShouldBe(expected);
    }

    [Fact]
    public void IsLeftOver_NotOfTheSuites_IsNot() =>
        Ours((8, "200")).IsLeftOver(new Dictionary<string, string> { ["com.example"] = "x" }, Now.AddYears(-1), Now).ShouldBeFalse();

    [Fact]
    public void OfThisProcess_ByItself_IsAlive()
    {
        var labels = RunLabels.OfThisProcess();

        RunLabels.OfThisProcess().IsLeftOver(labels.All, Now, Now).ShouldBeFalse();
        labels.Id.Length.ShouldBe(12);
    }

    private static RunLabels Ours(params (int Process, string Started)[] running) => new("here", 8, Started(running));

    private static Func<int, string?> Started(params (int Process, string Started)[] running) =>
        process => running.FirstOrDefault(one => one.Process == process).Started;
}
