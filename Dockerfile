# syntax=docker/dockerfile:1
# Builds the service and puts its layers into a small image that runs as a normal user.

FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 mvn -B -q dependency:go-offline
COPY db db
COPY reference-data reference-data
COPY src src
RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -Dmaven.test.skip=true -Dspotless.check.skip=true
RUN java -Djarmode=tools -jar target/nanocell-annotator-*.jar extract --layers --destination layers \
 && mv layers/application/nanocell-annotator-*.jar layers/application/nanocell.jar
COPY docker/Health.java ./
RUN javac -d health Health.java

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/nanocell nanocell
WORKDIR /opt/nanocell
COPY --from=build /build/health health/
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# the Vector API and native access cannot stand in a jar's manifest; the serial collector holds the large arrays of a job
# in the least memory
ENV JDK_JAVA_OPTIONS="--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED -XX:+UseSerialGC -XX:MaxRAMPercentage=75" \
    NANOCELL_DATA_DIR=/var/lib/nanocell/data \
    SERVER_ADDRESS=0.0.0.0
RUN mkdir -p /var/lib/nanocell/data && chown nanocell:nanocell /var/lib/nanocell/data
VOLUME /var/lib/nanocell/data
USER nanocell
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=10s --start-period=120s --retries=4 \
    CMD ["env", "-u", "JDK_JAVA_OPTIONS", "java", "-Xmx32m", "-XX:TieredStopAtLevel=1", "-cp", "/opt/nanocell/health", "Health"]
ENTRYPOINT ["java", "-jar", "nanocell.jar"]
