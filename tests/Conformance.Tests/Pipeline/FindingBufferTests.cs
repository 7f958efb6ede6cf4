using System.Collections.Frozen;
using Conformance.Findings;
using Conformance.Pipeline;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Pipeline;

public class FindingBufferTests
{
    [Fact]
    public void Report_MoreThanTheLimit_KeepsTheFirstAndCountsAll()
    {
        var buffer = new FindingBuffer(new FindingLimits(2, FrozenSet<string>.Empty));
        for (int i = 0; i < 5; i++)
        {
            buffer.Report(At("ARC001", i));
        }

        buffer.Findings.Select(f => f.Location.Offset).ShouldBe([0L, 1L]);
        buffer.Counts["ARC001"].ShouldBe(5);
        buffer.Wants("ARC001").ShouldBeFalse();
        buffer.Wants("ARC002").ShouldBeTrue();
    }

    [Fact]
    public void Report_RuleSwitchedOff_IsNotEvenCounted()
    {
        var buffer = new FindingBuffer(new FindingLimits(2, new[] { "ARC001" }.ToFrozenSet()));
        buffer.Report(At("ARC001", 0));
        buffer.CountOnly("ARC001");

        buffer.IsEmpty.ShouldBeTrue();
        buffer.Wants("ARC001").ShouldBeFalse();
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(3, 3)]
    [InlineData(5, 1)]
    public void Append_InTheOrderOfTheInput_EqualsOneBufferForAll(int first, int second)
    {
        var limits = new FindingLimits(3, FrozenSet<string>.Empty);
        var one = new FindingBuffer(limits);
        var a = new FindingBuffer(limits);
        var b = new FindingBuffer(limits);
        for (int i = 0; i < first; i++)
        {
            one.Report(At("ARC001", i));
            a.Report(At("ARC001", i));
        }

        for (int i = first; i < first + second; i++)
        {
            one.Report(At("ARC001", i));
            b.Report(At("ARC001", i));
            one.Report(At("ARC002", i));
            b.Report(At("ARC002", i));
        }

        var merged = new FindingBuffer(limits);
        merged.Append(a);
        merged.Append(b);

        merged.Findings.ShouldBe(one.Findings);
        merged.Counts.OrderBy(p => p.Key, StringComparer.Ordinal).ShouldBe(one.Counts.OrderBy(p => p.Key, StringComparer.Ordinal));
    }

    [Fact]
    public void ReportNotChecked_SameCauseAgain_IsCountedAndStaysDecisive()
    {
        var buffer = new FindingBuffer(FindingLimits.Default);
        buffer.ReportNotChecked(new NotChecked("events", "unknown room version", Location.Input, Decisive: false));
        buffer.ReportNotChecked(new NotChecked("events", "unknown room version", Location.Input, Decisive: true, Count: 2));

        NotChecked item = buffer.NotCheckedItems.ShouldHaveSingleItem();
        item.Count.ShouldBe(3);
        item.Decisive.ShouldBeTrue();
    }

    [Fact]
    public void ReportNotChecked_MoreCausesThanAreKept_LosesNoCountAndNoDecision()
    {
        var buffer = new FindingBuffer(FindingLimits.Default);
        for (int i = 0; i < FindingLimits.MaxNotChecked + 50; i++)
        {
            buffer.ReportNotChecked(new NotChecked("item", $"cause {i}", Location.Input, Decisive: i == FindingLimits.MaxNotChecked + 49));
        }

        buffer.NotCheckedItems.Count.ShouldBe(FindingLimits.MaxNotChecked);
        buffer.NotCheckedItems.Sum(item => item.Count).ShouldBe(FindingLimits.MaxNotChecked + 50);
        buffer.NotCheckedItems.ShouldContain(item => item.Decisive);
    }

    private static Finding At(string rule, long offset) => Finding.Of(rule, new Location("m", offset));
}
