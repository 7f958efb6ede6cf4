using Conformance.Policy;
using Shouldly;

namespace Conformance.Tests.Policy;

internal static class ParsedAssertions
{
    public static T ShouldBeValue<T>(this Parsed<T> parsed)
        where T : class
    {
        parsed.Problems.ShouldBeEmpty();
        parsed.TryGetValue(out T? value).ShouldBeTrue();
        return value!;
    }
}
