namespace Conformance.Policy;

/// <summary>A limit that a user can set.</summary>
/// <param name="Name">Its name in options and configuration, in camel case.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Default">The value when nothing is said.</param>
/// <param name="Minimum">The least value.</param>
/// <param name="Maximum">The greatest value.</param>
/// <param name="Description">What it bounds, and what happens when it is reached: one sentence.</param>
public sealed record LimitDefinition(string Name, LimitUnit Unit, long Default, long Minimum, long Maximum, string Description);
